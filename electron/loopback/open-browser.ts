/** Opens the launcher file in the person's own browser. */
import { spawn } from 'node:child_process';

interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

interface Surroundings {
  readonly platform?: NodeJS.Platform;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds in which a program that cannot do it says so. */
  readonly patience?: number;
}

/**
 * Tries one program after another until one stays up or ends well.
 *
 * @param file the launcher file
 * @returns false when there is no browser, or none that works
 */
export async function openBrowser(file: string, surroundings: Surroundings = {}): Promise<boolean> {
  const { platform = process.platform, env = process.env, patience = 1_500 } = surroundings;
  for (const command of browserCommands(file, platform, env)) {
    if (await starts(command, env, patience)) return true;
  }
  return false;
}

/** The programs that can be tried, the likeliest first. */
export function browserCommands(file: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly Command[] {
  if (platform === 'darwin') return [{ program: 'open', args: [file] }];
  // Not `cmd /c start`: it would read `&` and `%` in the path of a person's folder as commands.
  if (platform === 'win32') return [{ program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', file] }];
  const chosen = (env.BROWSER ?? '').split(':').filter(Boolean).map(readBrowserVariable(file));
  const usual = ['xdg-open', 'chromium', 'google-chrome', 'firefox'].map((program) => ({ program, args: [file] }));
  return [...chosen, ...usual];
}

const readBrowserVariable =
  (file: string) =>
  (text: string): Command => {
    const [program = '', ...args] = text.split(/\s+/);
    return args.includes('%s') ? { program, args: args.map((arg) => (arg === '%s' ? file : arg)) } : { program, args: [...args, file] };
  };

function starts({ program, args }: Command, env: NodeJS.ProcessEnv, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', env });
    const timer = setTimeout(() => resolve(true), patience);
    const settle = (works: boolean): void => {
      clearTimeout(timer);
      resolve(works);
    };
    child.on('error', () => settle(false));
    child.on('exit', (code) => settle(code === 0));
    child.unref();
  });
}
