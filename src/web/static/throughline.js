// Enhances pages that work without it: the Design System's own behaviour, and tables that can be filtered as one types.
import { initAll } from './govuk.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
initAll()
