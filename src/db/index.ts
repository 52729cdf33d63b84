export { migrate, openDatabase, type Db, type Opened } from './open.ts'
