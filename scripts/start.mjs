// Shows the demo council at work. Builds first (a blink): `npm install` may have run without its scripts, or the code may have changed since.
import { spawn, spawnSync } from 'node:child_process'

if (spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1)
const server = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js', 'demo', ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl-C reaches the server by itself; a stop of this process alone is passed on.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
