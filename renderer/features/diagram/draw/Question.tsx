/** The one small question that an act on the drawing asks, where the pointer was; Enter does it, Esc does not. */
import './draw.css';
import { FocusTrap } from '@mantine/core';
import { useEffect } from 'react';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import { useView } from '../../../state/view.store.ts';
import { useT } from '../../../ui/words.tsx';
import { type Asked, useDraw } from './draw.store.ts';
import { EditForm } from './EditForm.tsx';
import { JoinForm } from './JoinForm.tsx';
import { LeaveForm } from './LeaveForm.tsx';
import { NewForm } from './NewForm.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { RelateForm } from './RelateForm.tsx';
import { ReattachForm, TurnForm } from './RelationForms.tsx';
import { RolesForm } from './RolesForm.tsx';
import { useWithin } from './use-within.ts';

interface Props {
  readonly asked: Asked;
  readonly model: DiagramModel;
  readonly onClose: () => void;
}

function Form({ asked: { act }, model, onClose }: Props) {
  switch (act.act) {
    case 'join':
      return <JoinForm act={act} model={model} onDone={onClose} />;
    case 'leave':
      return <LeaveForm act={act} model={model} onDone={onClose} />;
    case 'relate':
      return <RelateForm act={act} model={model} onDone={onClose} />;
    case 'place':
      return <PlaceForm act={act} model={model} onDone={onClose} />;
    case 'new':
      return <NewForm act={act} model={model} onDone={onClose} />;
    case 'roles':
      return <RolesForm act={act} model={model} onDone={onClose} />;
    case 'edit':
      return <EditForm act={act} model={model} onDone={onClose} />;
    case 'turn':
      return <TurnForm act={act} model={model} onDone={onClose} />;
    case 'reattach':
      return <ReattachForm act={act} model={model} onDone={onClose} />;
  }
}

function Card(props: Props) {
  const t = useT();
  const { card, place } = useWithin(props.asked.at);
  // what was said of the last act must not lie over the next question
  useEffect(() => useView.getState().hush(), []);
  return (
    <FocusTrap active innerRef={card}>
      <div
        className="draw-question"
        data-over
        role="dialog"
        aria-label={t(($) => $.drawing.acts[props.asked.act.act])}
        style={{ left: place.x, top: place.y }}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onClose();
          event.stopPropagation();
        }}
      >
        <Form {...props} />
      </div>
    </FocusTrap>
  );
}

/** @param onClose gives the focus back to where it came from */
export function Question({ model, onClose }: { readonly model: DiagramModel; readonly onClose: () => void }) {
  const asked = useDraw((draw) => draw.asked);
  const answered = useDraw((draw) => draw.answered);
  if (asked === null) return null;
  const close = (): void => {
    answered();
    onClose();
  };
  return <Card key={asked.id} asked={asked} model={model} onClose={close} />;
}
