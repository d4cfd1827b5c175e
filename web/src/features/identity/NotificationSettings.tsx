import { useQuery } from 'urql';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import { SettingsForm } from './SettingsForm';

const MySettings = graphql(`
  query MySettings {
    viewer {
      notificationSettings {
        language
        zone
        hoursFrom
        hoursUntil
        digestAt
        revision
        channels {
          topic
          channel
        }
      }
    }
  }
`);

export type Settings = NonNullable<ResultOf<typeof MySettings>['viewer']>['notificationSettings'];

/** How whoever is signed in is told of what happens. */
export function NotificationSettings() {
  const [asked, again] = useQuery({ query: MySettings });
  return (
    <Gate asked={asked} pick={(data) => data.viewer?.notificationSettings} again={again}>
      {(settings) => <SettingsForm settings={settings} />}
    </Gate>
  );
}
