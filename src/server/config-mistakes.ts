import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { configDiagnostics, uriOf } from '../service/index.ts';
import type { Server } from './server.ts';
import type { Look } from './workspace.ts';

export interface Mistakes {
  tell(look: Look): Promise<void>;
  /** A file is gone, and its mistakes with it. */
  deleted(uri: string): void;
}

/** Shows what is wrong with configurations: in their files, and once in a message. */
export function reportMistakes({ connection, workspace }: Server): Mistakes {
  /** What each file with mistakes shows. */
  const shown = new Map<string, string>();
  const announced = new Set<string>();

  const clear = (uri: string) => {
    shown.delete(uri);
    announced.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  return {
    deleted(uri) {
      if (shown.has(uri)) clear(uri);
    },
    async tell({ state, mistakes, sources }) {
      if (state === 'checked' || state === 'ignored') {
        // What holds here is fine, whatever was wrong with it before.
        for (const uri of sources.map(uriOf)) if (shown.has(uri)) clear(uri);
        return;
      }
      if (mistakes.length === 0) return;
      const texts = new Map<string, string | undefined>();
      for (const { file } of mistakes) {
        if (!texts.has(file)) texts.set(file, await workspace.read(file).catch(() => undefined));
      }
      for (const [file, diagnostics] of configDiagnostics(mistakes, (name) => texts.get(name))) {
        const uri = uriOf(file);
        const content = JSON.stringify(diagnostics);
        if (shown.get(uri) === content) continue;
        shown.set(uri, content);
        void connection.sendDiagnostics({ uri, diagnostics });
        if (announced.has(uri)) continue;
        announced.add(uri);
        const first = mistakes.find((mistake) => mistake.file === file);
        const name = file.slice(file.lastIndexOf('/') + 1);
        const message = `Posting Lint cannot use ${name}, so nothing is checked. Line ${first?.line}: ${first?.message}`;
        // A message that nobody need answer.
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
      }
    },
  };
}
