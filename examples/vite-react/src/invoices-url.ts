/** Where Northwind's API answers to the keys: `examples/express-api`. */
export const invoicesUrl = import.meta.env.NORTHWIND_API_URL ?? 'http://localhost:3000/v1/invoices';
