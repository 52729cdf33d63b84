// Shows the demo council at work. Builds first where `npm install` ran without its scripts.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (!existsSync('dist/main.js') && spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1)
const server = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js', 'demo', ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl-C reaches the server by itself; a stop of this process alone is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
