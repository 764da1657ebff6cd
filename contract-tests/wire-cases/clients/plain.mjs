// The smallest client: JSON.parse and JSON.stringify.
export const decode = (text) => {
  const value = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("expected an object");
  return value;
};
export const encode = (model) => JSON.stringify(model);
export const typed = (model, pointer) => pointer.slice(1).split("/").reduce((value, name) => value?.[name], model);
