// A workbook that somebody signed.
import { partText, withParts } from "./fixtures";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** As Excel signs: an origin that the package points at, which points at the signature. */
export function signed(bytes: Uint8Array): Uint8Array {
  const origin = `<Relationship Id="rIdSig" Type="${PACKAGE}/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>`;
  const override = `<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/>`;
  const sigs = `<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>`;
  return withParts(bytes, {
    "_rels/.rels": partText(bytes, "_rels/.rels").replace("</Relationships>", `${origin}</Relationships>`),
    "[Content_Types].xml": partText(bytes, "[Content_Types].xml").replace(/(<Types[^>]*>)/, `$1${sigs}`).replace("</Types>", `${override}</Types>`), // prettier-ignore
    "_xmlsignatures/origin.sigs": "",
    "_xmlsignatures/_rels/origin.sigs.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${PACKAGE}/relationships/digital-signature/signature" Target="sig1.xml"/></Relationships>`,
    "_xmlsignatures/sig1.xml": '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>',
  });
}
