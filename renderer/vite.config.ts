import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  // The host puts a fresh value in its place with every answer; libraries that write <style> read it from a script tag.
  html: { cspNonce: 'CSP_NONCE' },
  resolve: { alias: { '@fonts': path.join(import.meta.dirname, '../resources/fonts') } },
  build: {
    outDir: path.join(import.meta.dirname, '../dist/renderer'),
    emptyOutDir: true,
    // Electron 45 carries Chromium 156; the others are what a laptop that is kept up to date has.
    target: ['chrome140', 'firefox140', 'safari18'],
    // As data: addresses, fonts and scripts would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
  },
});
