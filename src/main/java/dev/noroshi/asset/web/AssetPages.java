package dev.noroshi.asset.web;

import dev.noroshi.asset.Assets;
import dev.noroshi.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of assets as a page; style and scripts lie below the same address ({@code /assets/noroshi.css}). */
@Controller
class AssetPages {

    private final Assets assets;

    AssetPages(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("assets", assets.list(q, new PageRequest(page, 50)));
        return "asset/list";
    }
}
