export * from './field.ts';
export * from './find.ts';
export * from './group.ts';
export * from './kinds.ts';
export * from './read-form.ts';
export * from './without-memory.ts';
