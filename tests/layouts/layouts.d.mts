export declare const layouts: readonly { readonly name: string; readonly aside: boolean | 'later'; readonly how: string; readonly way: string; readonly html: string }[]
