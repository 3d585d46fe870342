import type { Card, CardItem } from "@errand/shared/wire";
import { Link } from "../messages/markdown.tsx";
import styles from "./card.css?inline";

/** The style sheet of this folder. */
export const css: string = styles;

/** What an action found, as one card or as a list of them. */
export function Cards({ card }: { card: Card }) {
  return (
    <ul class={`cards ${card.layout}`}>
      {card.items.map((item) => (
        <Item item={item} />
      ))}
    </ul>
  );
}

function Item({ item: { title, subtitle, image, fields, link } }: { item: CardItem }) {
  return (
    <li class="card" dir="auto">
      {image && isSecure(image.url) && (
        <img src={image.url} alt={image.alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" />
      )}
      <div>
        <h3>{title}</h3>
        {subtitle && <p class="detail">{subtitle}</p>}
        {fields.length > 0 && (
          <dl>
            {fields.map(({ label, value }) => (
              <div>
                <dt>{label}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {link && isSecure(link.url) && <Link href={link.url} text={link.label} />}
      </div>
    </li>
  );
}

/** Whether an address is https, without a name and password before the host. */
function isSecure(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === "https:" && !url.username && !url.password;
}
