export function spellingData(): string;
