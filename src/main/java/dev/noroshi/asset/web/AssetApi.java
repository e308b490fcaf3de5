package dev.noroshi.asset.web;

import dev.noroshi.asset.Asset;
import dev.noroshi.asset.Assets;
import dev.noroshi.web.Page;
import dev.noroshi.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of assets over REST. */
@RestController
class AssetApi {

    private final Assets assets;

    AssetApi(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/api/v1/assets")
    Page<Asset> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return assets.list(q, new PageRequest(page, size));
    }
}
