import {
  BaseLanguageClient,
  BrowserMessageReader,
  BrowserMessageWriter,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/** What messages come and go through, as objects: a web worker, or a process and what Node puts between the two. */
export interface Channel {
  onmessage: ((event: { data: unknown }) => void) | null;
  addEventListener(event: 'error', listen: (error: unknown) => void): void;
  postMessage(message: unknown): void;
  /** Called when it has ended by itself. */
  onclose?: () => void;
}

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

class ChannelReader extends BrowserMessageReader {
  constructor(channel: Channel) {
    super(channel as unknown as Port);
    channel.onclose = () => this.fireClose();
  }
}

/** A client whose server is at the other end of a channel. When the server ends, the client opens another one. */
export class LanguageClient extends BaseLanguageClient {
  readonly #open: () => Channel;

  constructor(id: string, name: string, open: () => Channel, options: LanguageClientOptions) {
    super(id, name, options);
    this.#open = open;
  }

  protected override createMessageTransports(): Promise<MessageTransports> {
    const channel = this.#open();
    const writer = new BrowserMessageWriter(channel as unknown as Port);
    return Promise.resolve({ reader: new ChannelReader(channel), writer });
  }
}
