export declare const key: readonly (readonly [string, string])[]
export declare const themes: readonly (readonly [string, string])[]
export declare const milestones: readonly { readonly theme: string; readonly objective: string; readonly deliverable: string; readonly milestone: string; readonly status: string; readonly remark: string; readonly measure: string }[]
