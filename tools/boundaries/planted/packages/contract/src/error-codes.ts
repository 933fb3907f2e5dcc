import { z } from 'zod';

export const errorCode = z.string();
