export * from './field.ts';
export * from './group.ts';
export * from './kinds.ts';
