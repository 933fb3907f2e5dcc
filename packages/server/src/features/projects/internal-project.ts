/** The project that is Latchkey's own: its users are the operators, its teams own the other projects. */
export const internalProjectId = 'internal';
