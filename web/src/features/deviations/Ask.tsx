import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface AskProps extends ButtonProps {
  children: ReactNode;
  /** The dialog, while it is open. */
  dialog(close: () => void): ReactNode;
}

/** A button with the dialog that it opens; the focus comes back to it. */
export function Ask({ children, dialog, ...button }: AskProps) {
  const [open, setOpen] = useState(false);
  const was = useRef(false);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (was.current && !open) opener.current?.focus();
    was.current = open;
  }, [open]);
  return (
    <>
      <Button ref={opener} size="xs" variant="default" aria-haspopup="dialog" {...button} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && dialog(() => setOpen(false))}
    </>
  );
}
