/** A question with a lot to look at beside it. Its head is no landmark of the page, as that of Mantine's own would be. */
import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from './words.tsx';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function WideDialog({ title, onClose, children }: Props) {
  const t = useT();
  return (
    <Modal.Root opened onClose={onClose} size="xl">
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body p="lg">
          <div className="wide-dialog-head">
            <h2>{title}</h2>
            <CloseButton aria-label={t(($) => $.app.close)} onClick={onClose} />
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
