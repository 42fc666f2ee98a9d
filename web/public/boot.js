// Runs before first paint: the prefix of the address decides language and direction, so nothing flips.
(() => {
	const found = /^\/(ar|fr|en)(\/|$)/.exec(location.pathname);
	const language = found ? found[1] : "ar";
	document.documentElement.lang = language;
	document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
})();
