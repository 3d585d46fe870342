import { buildCard } from "@errand/shared/build-card";
import type { Card, CardItem } from "@errand/shared/wire";
import { words } from "../../../words/words.ts";
import { type CardForm, toCardMapping } from "../card-form.ts";

/** The card as a visitor would see it, made of the last test's answer. */
export function CardPreview({ card, answer }: { card: CardForm; answer: unknown }) {
  const mapping = toCardMapping(card);
  const built = mapping && answer !== undefined ? buildCard(mapping, answer) : undefined;
  return (
    <section class="card-preview" aria-label={words.card.preview}>
      <h3>{words.card.preview}</h3>
      {built ? (
        <BuiltCard card={built} />
      ) : (
        <p class="muted">{answer === undefined ? words.card.previewEmpty : words.card.previewNothing}</p>
      )}
    </section>
  );
}

function BuiltCard({ card }: { card: Card }) {
  return (
    <ul class="preview-cards">
      {card.items.map((item, index) => (
        <Item key={index} item={item} />
      ))}
    </ul>
  );
}

/** Pictures are not fetched here: the dashboard's policy lets nothing in from elsewhere. */
function Item({ item: { title, subtitle, image, fields, link } }: { item: CardItem }) {
  return (
    <li>
      {image ? <p class="preview-image">{new URL(image.url).hostname}</p> : null}
      <strong>{title}</strong>
      {subtitle ? <p class="muted">{subtitle}</p> : null}
      {fields.length > 0 ? (
        <dl>
          {fields.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {link ? <span class="preview-link">{link.label}</span> : null}
    </li>
  );
}
