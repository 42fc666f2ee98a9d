import { useTranslation } from "react-i18next";
import type { Contact } from "@/api/gen/types.gen.ts";
import { ContactLink } from "@/ui/contact-link.tsx";
import { Globe, Mail, Phone } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import css from "./associations.module.css";

const ICONS = { phone: Phone, email: Mail, website: Globe, social: Globe };

/** A contact as a link, where its scheme is known to be safe. */
function Value({ contact: { kind, value } }: { contact: Contact }) {
	if (kind === "phone" || kind === "email") return <ContactLink kind={kind} value={value} />;
	return /^https?:\/\//i.test(value) ? (
		<a href={value} rel="noreferrer" dir="ltr">
			{value}
		</a>
	) : (
		<bdi dir="ltr">{value}</bdi>
	);
}

export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
	const { t } = useTranslation("associations");
	return (
		<Card title={t("section.contacts")}>
			{contacts.length === 0 && <p className="quiet">{t("contacts.none")}</p>}
			<ul className={css.contacts}>
				{contacts.map((contact) => {
					const Icon = ICONS[contact.kind];
					return (
						<li key={`${contact.kind} ${contact.value}`}>
							<Icon />
							<span>
								<span className="visually-hidden">{t(`contactKind.${contact.kind}`)}, </span>
								<Value contact={contact} />
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
