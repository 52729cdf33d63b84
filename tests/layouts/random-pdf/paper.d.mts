export type RandomRow = Readonly<Record<'theme' | 'deliverable' | 'milestone' | 'status' | 'remark', string>> & { readonly objective: string | null }
export type Looks = Readonly<Record<string, unknown>> & { readonly tagged: boolean }
export declare const paperOf: (seed: number) => { readonly seed: number; readonly looks: Looks; readonly html: string; readonly rows: readonly RandomRow[] }
