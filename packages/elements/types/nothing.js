// The types beside this file have nothing to run; a plain import of them still finds a module.
export {};
