/** Where things stand in the console, for the mails to staff: ids and nothing else, behind the login. */

/** The address of a placement. */
export const placementRoom = (publicUrl: string, placementId: string): string => `${publicUrl}/konsol/penempatan/${placementId}`;

/** The address of a client; of all of them, where none is named. */
export const clientRoom = (publicUrl: string, clientId = ""): string => `${publicUrl}/konsol/klien/${clientId}`;
