import { createContext } from 'react';

/** Whether the component around is the whole page, and so has its main heading. */
export const FullPageContext = createContext(false);
