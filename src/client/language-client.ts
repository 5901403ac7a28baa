/** Built into a file of its own, which the extension reads with the first posting. */
export { LanguageClient, TransportKind } from 'vscode-languageclient/node';
