import { type Hover, MarkdownString, Uri } from 'vscode';

export const RULE_SCHEME = 'posting-lint';
/** What the address of a rule's page starts with inside VS Code. */
export const RULE_PAGES = `${RULE_SCHEME}:/rules/`;

const PAGE = /^\/rules\/([a-z0-9-]+\/[a-z0-9-]+)\.md$/;

/** The rule that an address of ours is for. */
export function ruleOfPage(uri: Uri): string | undefined {
  return uri.scheme === RULE_SCHEME ? PAGE.exec(uri.path)?.[1] : undefined;
}

export function pageOfRule(rule: string): Uri {
  return Uri.parse(`${RULE_PAGES}${rule}.md`);
}

/** In a hover, VS Code follows no links of an extension's own scheme; a command opens the page instead. */
export function linkToCommands(hover: Hover | null | undefined): Hover | null | undefined {
  for (const content of hover?.contents ?? []) {
    if (!(content instanceof MarkdownString)) continue;
    content.value = content.value.replace(
      /\]\(<?posting-lint:\/rules\/([a-z0-9-]+\/[a-z0-9-]+)\.md>?\)/g,
      (_, rule: string) => `](command:postingLint.explainRule?${encodeURIComponent(JSON.stringify([rule]))})`,
    );
  }
  return hover;
}
