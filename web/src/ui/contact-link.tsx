interface Props {
	kind: "phone" | "email";
	value: string;
}

/** A number to call or an address to write to, left to right in every language. */
export function ContactLink({ kind, value }: Props) {
	const href = kind === "phone" ? `tel:${value.replace(/[^\d+]/g, "")}` : `mailto:${value}`;
	return (
		<a href={href} dir="ltr">
			{value}
		</a>
	);
}
