import '@mantine/spotlight/styles.css';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { type Me, type Seat, useSession } from '~/features/identity/session';
import { places } from './nav';
import { takeSeat } from './seat';
import { createSpotlight } from '@mantine/spotlight';

const [store, spotlight] = createSpotlight();

/** Search and commands: every page, every seat, by a few letters. */
export default function Palette({ me, seat, onClose }: { me: Me; seat: Seat | undefined; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const go = useNavigate();
  const { signOut } = useSession();
  useEffect(() => spotlight.open(), []);
  const page = (id: string, label: string, to: string, description?: string): SpotlightActionData => ({ id, label, description, onClick: () => void go(to) });
  const pages = seat ? places.map(({ path, label, hint }) => page(path, i18n._(label), `/agreements/${seat.agreement.code}/${path}`, i18n._(hint))) : [];
  const seats = me.seats
    .filter((one) => one !== seat)
    .map((one): SpotlightActionData => ({
      id: `seat ${one.agreement.id} ${one.company.id}`,
      label: t`Act for ${one.company.name}`,
      description: one.agreement.name,
      onClick: () => {
        takeSeat(me.id, one);
        void go(`/agreements/${one.agreement.code}/scorecard`);
      },
    }));
  const own = [
    page('home', t`What waits for me`, '/'),
    page('account', t`My settings and tokens`, '/account'),
    ...(me.operator ? [page('instance', t`Companies and people`, '/instance/people')] : []),
    { id: 'explore', label: t`Explore the API`, onClick: () => location.assign('/explore') },
    { id: 'out', label: t`Sign out`, onClick: () => void signOut() },
  ];
  const actions = [
    { group: t`Pages`, actions: [...own.slice(0, 1), ...pages] },
    ...(seats.length > 0 ? [{ group: t`Seats`, actions: seats }] : []),
    { group: t`You`, actions: own.slice(1) },
  ];
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={null}
      onSpotlightClose={onClose}
      nothingFound={t`Nothing is called like that.`}
      searchProps={{ placeholder: t`Where to?`, 'aria-label': t`Where to?` }}
      scrollable
      maxHeight={420}
      highlightQuery
    />
  );
}
