import { useTranslation } from "react-i18next";
import type { Contact } from "@/api/gen/types.gen.ts";
import { Globe, Mail, Phone } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./associations.module.css";

const ICONS = { phone: Phone, email: Mail, website: Globe, social: Globe };

/** Where a contact leads; only schemes that are known to be safe. */
function hrefOf({ kind, value }: Contact): string | undefined {
	if (kind === "phone") return `tel:${value.replace(/[^\d+]/g, "")}`;
	if (kind === "email") return `mailto:${value}`;
	if ((kind === "website" || kind === "social") && /^https?:\/\//i.test(value)) return value;
	return undefined;
}

export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
	const { t } = useTranslation("associations");
	return (
		<Card title={t("section.contacts")}>
			{contacts.length === 0 && <p className="quiet">{t("contacts.none")}</p>}
			<ul className={css.contacts}>
				{contacts.map((contact) => {
					const Icon = ICONS[contact.kind];
					const href = hrefOf(contact);
					const shown = <span className="ltr">{contact.value}</span>;
					return (
						<li key={`${contact.kind} ${contact.value}`}>
							<Icon />
							<span>
								<span className="visually-hidden">{t(`contactKind.${contact.kind}`)}: </span>
								{href ? (
									<a href={href} rel="noreferrer">
										{shown}
									</a>
								) : (
									shown
								)}
								{contact.public === false && (
									<span className={css.private}>{t("contacts.private")}</span>
								)}
							</span>
						</li>
					);
				})}
			</ul>
		</Card>
	);
}
