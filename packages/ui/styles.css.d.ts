// A stylesheet, for compilers that ask what a side-effect import is.
export {};
