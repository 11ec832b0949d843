export function oldNode(version: string): string | null;
export function runTypeScript(file: string): Promise<void>;
