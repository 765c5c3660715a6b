/** The only bridge between the page and the program: four functions, none of which lets a channel be chosen. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { HostApi, HostEvent } from '../../shared/contract/result.ts';

const api: HostApi = {
  run: (name, input, options) => ipcRenderer.invoke('schakel:run', name, input, options),
  cancel: (job) => ipcRenderer.invoke('schakel:cancel', job),
  on(listener) {
    // The listener gets the event alone: Electron's own first argument would hand the page `ipcRenderer`.
    const forward = (_event: IpcRendererEvent, event: HostEvent): void => listener(event);
    ipcRenderer.on('schakel:event', forward);
    return () => {
      ipcRenderer.removeListener('schakel:event', forward);
    };
  },
  info: () => ipcRenderer.invoke('schakel:info'),
};

contextBridge.exposeInMainWorld('schakel', api);
