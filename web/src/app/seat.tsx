import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { Outlet, useParams } from 'react-router';
import { type Role, type Seat, useMe } from '~/features/identity/session';
import { Nowhere } from './Broken';

/** The seat that somebody has taken in the agreement of the page. */
interface Taken extends Seat {
  /** Whether they hold one of the roles for the company for which they act; what they may do is the server's word. */
  holds(...roles: Role[]): boolean;
  /** The path of a page of this agreement. */
  to(path: string): string;
}

const Context = createContext<Taken | undefined>(undefined);

/** For which company whoever is signed in acts in the agreement of this page. */
export function useSeat(): Taken {
  const seat = useContext(Context);
  if (!seat) throw new Error('outside of an agreement');
  return seat;
}

const placeOf = (person: string, agreement: string) => `seat ${person} ${agreement}`;

/** Remembers for which company somebody acts in an agreement. */
export function takeSeat(person: string, seat: Seat): void {
  localStorage.setItem(placeOf(person, seat.agreement.code), seat.company.id);
  window.dispatchEvent(new Event('seat'));
}

/** The seat that was taken last in an agreement, or the first one. */
export function seatIn(person: string, seats: readonly Seat[], agreement: string | undefined): Seat | undefined {
  const here = seats.filter((seat) => seat.agreement.code === agreement);
  const last = localStorage.getItem(placeOf(person, agreement ?? ''));
  return here.find((seat) => seat.company.id === last) ?? here[0];
}

/** The frame of all pages of one agreement. */
export function SeatFrame() {
  const me = useMe();
  const { agreement } = useParams();
  const [, again] = useState(0);
  useEffect(() => {
    const taken = () => again((times) => times + 1);
    window.addEventListener('seat', taken);
    return () => window.removeEventListener('seat', taken);
  }, []);
  const seat = seatIn(me.id, me.seats, agreement);
  const taken = useMemo(
    (): Taken | undefined =>
      seat && {
        ...seat,
        holds: (...roles) => roles.some((role) => seat.roles.includes(role)),
        to: (path) => `/agreements/${seat.agreement.code}/${path}`,
      },
    [seat],
  );
  if (!taken) return <Nowhere />;
  return (
    <Context value={taken}>
      <Outlet key={taken.company.id} />
    </Context>
  );
}
