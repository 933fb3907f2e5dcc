import * as sdk108 from '@stackframe/js';
import * as sdk102 from 'stackframe-js-2-8-102';

/** The constructors this program uses; both versions have them. */
export type OfficialSdk = Pick<typeof sdk108, 'StackClientApp' | 'StackServerApp'>;

export interface SdkVersion {
  version: string;
  /** How this version spells every header: the upstream product was renamed between the two. */
  headerPrefix: 'x-hexclave-' | 'x-stack-';
  sdk: OfficialSdk;
}

export const officialSdks: SdkVersion[] = [
  { version: '2.8.108', headerPrefix: 'x-hexclave-', sdk: sdk108 },
  // A cast, because each version marks its constructors with a unique symbol of its own: the types differ in nothing else.
  { version: '2.8.102', headerPrefix: 'x-stack-', sdk: sdk102 as unknown as OfficialSdk },
];
