import type { CardMapping } from "@errand/shared/card";
import { toLines } from "../../forms/rows.ts";
import { type Keyed, keyed } from "../../forms/rows.ts";

/** A labelled line of a card. */
interface CardFieldRow extends Keyed {
  label: string;
  value: string;
}

/** A card while it is edited; what is typed stays while it is off. */
export interface CardForm {
  isOn: boolean;
  layout: CardMapping["layout"];
  items: string;
  title: string;
  subtitle: string;
  fields: CardFieldRow[];
  image: string;
  /** One host a line. */
  imageHosts: string;
  linkUrl: string;
  linkLabel: string;
}

export function emptyCard(): CardForm {
  return {
    isOn: false,
    layout: "card",
    items: "",
    title: "",
    subtitle: "",
    fields: [],
    image: "",
    imageHosts: "",
    linkUrl: "",
    linkLabel: "",
  };
}

/** The form of a mapping; that of no mapping is off. */
export function toCardForm(mapping: CardMapping | null): CardForm {
  if (!mapping) return emptyCard();
  const { layout, items, title, subtitle, fields, image, imageHosts, link } = mapping;
  return {
    isOn: true,
    layout,
    items,
    title,
    subtitle,
    fields: fields.map(keyed),
    image,
    imageHosts: imageHosts.join("\n"),
    linkUrl: link?.url ?? "",
    linkLabel: link?.label ?? "",
  };
}

/** The mapping that a form stands for; null while it is off. */
export function toCardMapping(form: CardForm): CardMapping | null {
  if (!form.isOn) return null;
  const { layout, items, title, subtitle, fields, image, imageHosts, linkUrl, linkLabel } = form;
  const hasLink = linkUrl.trim() !== "" || linkLabel.trim() !== "";
  return {
    layout,
    items: items.trim(),
    title: title.trim(),
    subtitle: subtitle.trim(),
    fields: fields.map(({ label, value }) => ({ label: label.trim(), value: value.trim() })),
    image: image.trim(),
    imageHosts: toLines(imageHosts),
    link: hasLink ? { url: linkUrl.trim(), label: linkLabel.trim() } : null,
  };
}
