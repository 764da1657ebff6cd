//! Replacement of the crate of this name, which Debian does not have. It contains only what the generated models use:
//! a property that is absent, null or a value.

pub mod rust {
    pub mod double_option {
        use serde::{Deserialize, Deserializer, Serialize, Serializer};

        pub fn deserialize<'de, D, T>(from: D) -> Result<Option<Option<T>>, D::Error>
        where
            D: Deserializer<'de>,
            T: Deserialize<'de>,
        {
            Option::deserialize(from).map(Some)
        }

        pub fn serialize<S, T>(value: &Option<Option<T>>, to: S) -> Result<S::Ok, S::Error>
        where
            S: Serializer,
            T: Serialize,
        {
            match value {
                None => to.serialize_unit(),
                Some(inner) => inner.serialize(to),
            }
        }
    }
}
