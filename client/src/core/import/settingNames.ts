// Names of settings as frameworks write them around the ones that Kafka clients have themselves.

const spring = /^spring\.kafka\.(?:(?:consumer|producer|admin|streams)\.)?(?:properties(?:\.|\[)([\w.-]+)\]?|(.+))$/;

const oneSide = /^(?:consumer|producer|admin)\.(.+)$/;

/** The name that the client itself has for a setting of Spring Boot, or of one side of a connector; others as they are. */
export function plainName(name: string): string {
  const [, property, own] = spring.exec(name) ?? [];
  if (property !== undefined) return property;
  if (own !== undefined) {
    return own
      .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      .replace(/^ssl\.(key|trust)-store-/, 'ssl.$1store-')
      .replaceAll('-', '.');
  }
  return oneSide.exec(name)?.[1] ?? name;
}

/** Whether the text is read as Java reads it, whatever else is in it. */
export function isOfSpring(name: string): boolean {
  return spring.test(name);
}
