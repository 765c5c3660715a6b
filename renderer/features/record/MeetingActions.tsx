/** From the drawer to the whole of a meeting: who was there, what it was for and what came of it. */
import { Button } from '@mantine/core';
import { useLocation, useNavigate } from 'react-router';
import { useView } from '../../state/view.store.ts';
import { networkPath } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';

export function MeetingActions({ id, networkId }: { readonly id: string; readonly networkId: string }) {
  const t = useT();
  const navigate = useNavigate();
  const { search } = useLocation();
  // it stands beside the drawer already
  if (new URLSearchParams(search).get('id') === id) return null;
  const open = () => {
    useView.getState().close();
    navigate(`${networkPath(networkId, 'meetings')}?id=${id}`);
  };
  return (
    <div className="drawer-actions">
      <Button variant="filled" onClick={open}>
        {t(($) => $.meetings.sheet.open)}
      </Button>
    </div>
  );
}
