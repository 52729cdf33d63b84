export declare const hasBrowser: () => boolean
export declare const withBrowser: <T>(work: (print: (html: string, tagged: boolean) => Promise<Uint8Array>) => Promise<T>) => Promise<T>
export declare const byOffice: (pages: readonly string[], tagged: boolean) => readonly Uint8Array[]
