import { useSeat } from '~/app/seat';
import { type Role, useMe } from '~/features/identity/session';

/** For which companies of the agreement whoever is signed in may speak: somebody may coordinate for several. */
export function useVoices() {
  const { agreement } = useSeat();
  const here = useMe().seats.filter((seat) => seat.agreement.id === agreement.id);
  const may =
    (...roles: Role[]) =>
    (company: { id: string } | null) =>
      here.some((seat) => seat.company.id === company?.id && roles.some((role) => seat.roles.includes(role)));
  return {
    /** Whether they consent and take tasks on for a company. */
    coordinates: may('COORDINATOR'),
    /** Whether they do tasks of a company. */
    works: may('COORDINATOR', 'SME', 'ENGINEER'),
  };
}
