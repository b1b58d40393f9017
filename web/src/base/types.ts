/**
 * The server's structs and commands by name. The generated file is written from docs/openapi.json
 * (`./dev openapi`), and a test refuses one that is out of date; nothing here is written by hand.
 */
import type { components } from './api.gen';

export type StructName = keyof components['schemas'];
export type Struct<Name extends StructName> = components['schemas'][Name];
