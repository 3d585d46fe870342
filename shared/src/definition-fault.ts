/** What is wrong with a definition: the path to the field, and a sentence. */
export interface DefinitionFault {
  path: (string | number)[];
  message: string;
}
